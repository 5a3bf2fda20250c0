"""What a process that builds again and again keeps of the records: whatever did not change is not read anew."""

from dataclasses import dataclass, field

from generator.records.model import Model
from generator.records.yaml_tree import Parsed
from generator.story.derived import Derived


@dataclass(slots=True)
class Memory:
    """Parsed documents by their content, models by what they were made of, dossiers; only what the last build used."""

    parsed: dict[bytes, Parsed] = field(default_factory=dict)
    models: dict[tuple[str, str, str, bytes], Model] = field(default_factory=dict)
    derived: Derived = field(default_factory=Derived)
