"""Make the site its owner's: put in name and colours, and keep the rest for the hooks that come after."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files

from hooks.publish.colours import style_sheet
from hooks.publish.owner import OwnerError, read_owner
from hooks.publish.policy import resolver_ids
from hooks.translation.site_config import project_root

_STYLE = "assets/owner.css"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the settings once; a fault in them stops the build."""
    root = project_root(config.config_file_path, config.extra)
    try:
        owner = read_owner(config.extra.get("fremme"), resolver_ids(root))
    except OwnerError as error:
        raise ConfigurationError(str(error)) from error
    config.site_name = owner.name or config.site_name
    config.extra["owner"] = owner
    if owner.colours:
        config.extra_css.append(_STYLE)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the style sheet with the owner's colours."""
    if sheet := style_sheet(config.extra["owner"].colours):
        files.append(File.generated(config, _STYLE, content=sheet))
    return files
