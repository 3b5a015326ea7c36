"""What a training reads: clips, crops, windows, augmentation."""
