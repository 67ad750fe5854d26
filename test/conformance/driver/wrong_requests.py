"""Requests that break the model, made out of good ones: a member left out, of a wrong type, pattern or enum."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape

INVALID_INPUT = "InvalidInputException"
SERIALIZATION = "SerializationException"

# One of them breaks each pattern of the model; patterns are searched for, not matched from end to end.
BREAKERS = ["!", " ", "99:99", "not an arn"]

WRONG_TYPES: dict[str, list[Any]] = {
    "string": [7, True, ["x"], {"x": "x"}],
    "boolean": ["true", 1, []],
    "integer": ["1", True],
    "list": ["x", {"x": "x"}],
    "map": ["x", []],
    "structure": ["x", []],
}

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Wrong:
    """`locally` tells whether botocore, validating, refuses it before it is sent."""

    name: str
    body: dict[str, Any]
    error: str
    locally: bool


def wrong_requests(shape: StructureShape, good: dict[str, Any]) -> Iterator[Wrong]:
    """Every way of breaking `good` at one place."""
    yield from _break(shape, good, good, ())


def _break(shape: Shape, value: Any, whole: dict[str, Any], path: Path) -> Iterator[Wrong]:
    where = ".".join(str(part) for part in path)
    if path:
        for wrong in WRONG_TYPES[shape.type_name]:
            name = f"{where} = {wrong!r}"
            yield Wrong(name, _replaced(whole, path, wrong), SERIALIZATION, locally=True)
        yield from _break_text(shape, whole, path, where)
    if isinstance(shape, StructureShape):
        for member in shape.required_members:
            name = f"without {'.'.join([*map(str, path), member])}"
            yield Wrong(name, _without(whole, (*path, member)), INVALID_INPUT, locally=True)
        for member, inner in value.items():
            yield from _break(shape.members[member], inner, whole, (*path, member))
    elif isinstance(shape, ListShape) and value:
        yield from _break(shape.member, value[0], whole, (*path, 0))
    elif isinstance(shape, MapShape) and value:
        key = next(iter(value))
        yield from _break(shape.value, value[key], whole, (*path, key))


def _break_text(shape: Shape, whole: dict[str, Any], path: Path, where: str) -> Iterator[Wrong]:
    if getattr(shape, "enum", None):
        name = f"{where} outside its enum"
        yield Wrong(name, _replaced(whole, path, "never"), INVALID_INPUT, locally=False)
    pattern = shape.metadata.get("pattern")
    if pattern:
        text = next(breaker for breaker in BREAKERS if not re.search(pattern, breaker))
        name = f"{where} against its pattern"
        yield Wrong(name, _replaced(whole, path, text), INVALID_INPUT, locally=False)


def _replaced(whole: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    result = copy.deepcopy(whole)
    _holder(result, path)[path[-1]] = value
    return result


def _without(whole: dict[str, Any], path: Path) -> dict[str, Any]:
    result = copy.deepcopy(whole)
    del _holder(result, path)[path[-1]]
    return result


def _holder(whole: dict[str, Any], path: Path) -> Any:
    holder: Any = whole
    for part in path[:-1]:
        holder = holder[part]
    return holder
