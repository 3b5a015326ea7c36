"""Stage 1 (contrastive) and stage 2 (sparse) training."""
