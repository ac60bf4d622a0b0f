"""The statistical model of references: tokens, their features, the labels that a trained CRF gives them."""
