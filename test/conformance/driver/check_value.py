"""Is a JSON value what a shape of the model allows?"""

from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape

# 1990 and 2100: a number outside is not in seconds, or not a time.
EARLIEST_SECONDS = 631_152_000
LATEST_SECONDS = 4_102_444_800

JSON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "character": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "long": (int,),
    "float": (int, float),
    "double": (int, float),
    "timestamp": (int, float),
    "list": (list,),
    "map": (dict,),
    "structure": (dict,),
}


def check_value(shape: Shape, value: Any, path: str) -> list[str]:
    """Everything that is wrong with `value`, each with the path to it."""
    types = JSON_TYPES.get(shape.type_name)
    if types is None:
        return [f"{path}: the checker does not know the type {shape.type_name}"]
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        return [f"{path}: expected {shape.type_name}, got {value!r}"]
    if isinstance(shape, StructureShape):
        return _check_structure(shape, value, path)
    if isinstance(shape, ListShape):
        return [
            problem
            for index, item in enumerate(value)
            for problem in check_value(shape.member, item, f"{path}[{index}]")
        ]
    if isinstance(shape, MapShape):
        return [
            problem
            for key, item in value.items()
            for problem in [
                *check_value(shape.key, key, f"{path} key"),
                *check_value(shape.value, item, f"{path}.{key}"),
            ]
        ]
    return _check_scalar(shape, value, path)


def _check_structure(shape: StructureShape, value: dict[str, Any], path: str) -> list[str]:
    problems = [f"{path}.{name}: is not in the model" for name in value if name not in shape.members]
    problems += [f"{path}.{name}: is required and missing" for name in shape.required_members if name not in value]
    for name, member in shape.members.items():
        if name in value:
            problems += check_value(member, value[name], f"{path}.{name}")
    return problems


def _check_scalar(shape: Shape, value: Any, path: str) -> list[str]:
    allowed = getattr(shape, "enum", None) or []
    if allowed and value not in allowed:
        return [f"{path}: not in the enum {shape.name}: {value}"]
    if shape.type_name == "timestamp" and not EARLIEST_SECONDS <= value <= LATEST_SECONDS:
        return [f"{path}: expected epoch seconds, got {value!r}"]
    return []
