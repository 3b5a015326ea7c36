"""The Train page: fine-tuning and learning curves."""
