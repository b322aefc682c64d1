"""What is true of the Kazakh language, and knows nothing of facts."""
