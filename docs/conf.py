"""The documentation as a site: `make site`. Read by Sphinx, whose own names these are."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from l10n import __version__

project = "l10n"
version = release = __version__
language = "en"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
myst_heading_anchors = 4  # links name headings as the pages of a repository do
myst_links_external_new_tab = False
html_theme = "furo"  # brings its own style and script; nothing is asked of another host
html_title = f"l10n {__version__}"
html_show_sphinx = False
html_copy_source = False
html_static_path: list[str] = []
html_permalinks_icon = "#"
pygments_style = "default"
pygments_dark_style = "monokai"
