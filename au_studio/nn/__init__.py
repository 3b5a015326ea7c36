"""The network: encoder f, ConvGRU g, predictor, regressor, checkpoints and devices."""
