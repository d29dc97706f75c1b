"""Argos packages: found where Argos and LibreTranslate put them, installed, checked, removed.

`store` lists and routes, `install` installs and removes, `index` asks what there is, `lock` remembers checksums;
`archive`, `download`, `web` and `workplace` do the work under `install`.
"""
