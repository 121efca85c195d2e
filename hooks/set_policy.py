"""Give the templates the security policy that every page carries."""

from mkdocs.config.defaults import MkDocsConfig

from hooks.publish.policy import page_policy, read_resolvers
from hooks.translation.site_config import project_root


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the policy: the resolvers that the site offers may be asked, and nobody else."""
    root = project_root(config.config_file_path, config.extra)
    config.extra["policy"] = page_policy(read_resolvers(root, config.extra["owner"].resolvers))
    return config
