"""The members of a shape, and those of them that a value has, as paths such as `tags.key`."""

from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape


def all_members(shape: Shape | None, path: str = "") -> set[str]:
    if isinstance(shape, ListShape):
        return all_members(shape.member, path)
    if isinstance(shape, MapShape):
        return all_members(shape.value, path)
    if not isinstance(shape, StructureShape):
        return set()
    found: set[str] = set()
    for name, member in shape.members.items():
        found |= {_join(path, name)} | all_members(member, _join(path, name))
    return found


def members_in(shape: Shape | None, value: Any, path: str = "") -> set[str]:
    if isinstance(shape, ListShape):
        return set().union(*(members_in(shape.member, item, path) for item in value))
    if isinstance(shape, MapShape):
        return set().union(*(members_in(shape.value, item, path) for item in value.values()))
    if not isinstance(shape, StructureShape):
        return set()
    found: set[str] = set()
    for name, member in shape.members.items():
        if name in value:
            found |= {_join(path, name)} | members_in(member, value[name], _join(path, name))
    return found


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
