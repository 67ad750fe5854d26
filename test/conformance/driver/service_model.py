"""botocore's own model of Lightsail: the measure of everything here."""

import botocore.session
from botocore.model import OperationModel, ServiceModel


def load_service_model() -> ServiceModel:
    return botocore.session.get_session().get_service_model("lightsail")


def modelled_errors(operation: OperationModel) -> set[str]:
    return {shape.name for shape in operation.error_shapes}
