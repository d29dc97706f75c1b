"""Argos Translate's packages: found, installed, opened, decoded with CTranslate2."""
