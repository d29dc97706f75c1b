"""`omegat.project`: its elements in the order in which OmegaT 6 writes them.

The tokenizers are left out: OmegaT takes the one of the language, and their names differ from version to version.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

NAME = "omegat.project"
CUSTOM_TAGS = r"</?[A-Za-z][^<>]*>|`[^`]+`|\*\*|!?\[|\]\([^()\s]*\)|\]\[[^\[\]]*\]"
"""What finds our marks and tags: OmegaT itself knows `<a1>`, not `<b>`.

To be put into OmegaT's preferences, as a project has no place for it (OmegaT 6, project_properties.xsd, PatternConsts).
"""
_MASKS = (
    ".svn/**",
    "CVS/**",
    ".cvs/**",
    ".git/**",
    ".hg/**",
    ".repositories/**",
    "desktop.ini",
    "Thumbs.db",
    ".DS_Store",
    "~$*",
)
_TEXT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <source_dir_excludes>
{masks}        </source_dir_excludes>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <export_tm_dir>__DEFAULT__</export_tm_dir>
        <export_tm_levels></export_tm_levels>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <glossary_file>__DEFAULT__</glossary_file>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>{source}</source_lang>
        <target_lang>{target}</target_lang>
        <sentence_seg>false</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
        <external_command></external_command>
    </project>
</omegat>
"""


def text(source: str, target: str) -> str:
    """The settings of a project from one language into another."""
    masks = "".join(f"            <mask>**/{escape(mask)}</mask>\n" for mask in _MASKS)
    return _TEXT.format(masks=masks, source=escape(source), target=escape(target))
