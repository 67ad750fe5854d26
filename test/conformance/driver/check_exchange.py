"""Is an HTTP answer one that the model allows for its operation?"""

import json
from dataclasses import dataclass
from typing import Any

from botocore.model import OperationModel, ServiceModel

from check_value import check_value
from service_model import modelled_errors

# "Common Errors" of the API reference, and those that AWS JSON 1.1 itself has.
COMMON_ERRORS: dict[str, int] = {
    "InternalFailure": 500,
    "InvalidSignatureException": 403,
    "MissingAuthenticationTokenException": 403,
    "SerializationException": 400,
    "ThrottlingException": 400,
    "UnknownOperationException": 404,
}

CONTENT_TYPE = "application/x-amz-json-1.1"


@dataclass(frozen=True)
class Exchange:
    """`headers` with names in lower case; `body` as it came."""

    operation: str
    status: int
    headers: dict[str, str]
    body: str


def check_exchange(model: ServiceModel, exchange: Exchange, error_type_header: bool = False) -> list[str]:
    """Everything that is wrong with the answer; empty where nothing is."""
    problems = _check_headers(exchange)
    try:
        body = json.loads(exchange.body)
    except ValueError:
        return [*problems, f"body: expected JSON, got {exchange.body[:80]!r}"]
    if not isinstance(body, dict):
        return [*problems, f"body: expected an object, got {body!r}"]
    operation = model.operation_model(exchange.operation)
    if exchange.status == 200:
        return [*problems, *check_value(operation.output_shape, body, "answer")]
    return [*problems, *_check_error(operation, exchange, body, error_type_header)]


def _check_headers(exchange: Exchange) -> list[str]:
    problems = []
    if exchange.headers.get("content-type") != CONTENT_TYPE:
        problems.append(f"content-type: expected {CONTENT_TYPE}, got {exchange.headers.get('content-type')}")
    if not exchange.headers.get("x-amzn-requestid"):
        problems.append("x-amzn-requestid: is missing")
    return problems


def _check_error(
    operation: OperationModel, exchange: Exchange, body: dict[str, Any], error_type_header: bool
) -> list[str]:
    error_type = body.get("__type")
    members = {name: value for name, value in body.items() if name != "__type"}
    problems = []
    if error_type in modelled_errors(operation):
        shape = next(shape for shape in operation.error_shapes if shape.name == error_type)
        problems += check_value(shape, members, "error")
        expected_status = 500 if error_type == "ServiceException" else 400
    elif error_type in COMMON_ERRORS:
        problems += [f"error.{name}: is not a member of a common error" for name in members if name != "message"]
        expected_status = COMMON_ERRORS[error_type]
    else:
        return [f"__type: neither modelled for {operation.name} nor common: {error_type}"]
    if exchange.status != expected_status:
        problems.append(f"status: expected {expected_status} for {error_type}, got {exchange.status}")
    if not isinstance(body.get("message"), str) or body["message"] == "":
        problems.append("error.message: expected a text")
    expected_header = error_type if error_type_header else None
    if exchange.headers.get("x-amzn-errortype") != expected_header:
        problems.append(
            f"x-amzn-errortype: expected {expected_header}, got {exchange.headers.get('x-amzn-errortype')}"
        )
    return problems
