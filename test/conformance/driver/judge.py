"""Reads answers, one JSON object a line, and prints what is wrong with each: the checker, checked by itself."""

import json
import sys

from check_exchange import Exchange, check_exchange
from service_model import load_service_model


def main() -> None:
    model = load_service_model()
    for line in sys.stdin:
        given = json.loads(line)
        error_type_header = given.pop("errorTypeHeader", False)
        print(json.dumps(check_exchange(model, Exchange(**given), error_type_header)))


main()
