"""What a file says, in sixteen letters."""

import hashlib
import json

from site_plugins.reading.yaml_subset import Tree

_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def meaning(tree: Tree) -> str:
    """A short hash of what a file says, whatever its comments, quotes, order of fields and layout.

    It is not of the record that today's model reads, so that a new field in a model is no change of every record.
    """
    return hashlib.sha256(_canonical(tree).encode()).hexdigest()[:16]
