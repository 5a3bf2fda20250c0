"""How long the tests run that try one random thing after another: briefly by default, for hours if one wishes."""

import os


def tries(few: int, many: int) -> int:
    """How often to try: `few` times by default, `many` times with DATELINE_SOAK=1, ten times as often with 10."""
    return round(many * float(os.environ["DATELINE_SOAK"])) if os.environ.get("DATELINE_SOAK") else few


def seed(usual: int) -> int:
    """Where chance begins; DATELINE_SEED tries another one."""
    return int(os.environ.get("DATELINE_SEED", usual))
