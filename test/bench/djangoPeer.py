"""The earlier design: Django, one insert a request, each in a transaction of its own. Served by gunicorn as `djangoPeer:application`."""

import json
import os
import uuid

import django
from django.conf import settings
from psycopg.conninfo import conninfo_to_dict

database = conninfo_to_dict(os.environ["PEER_DATABASE_URL"])

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": database["host"],
            "PORT": database["port"],
            "NAME": database["dbname"],
            "USER": database["user"],
            "PASSWORD": database.get("password", ""),
            # A connection a request would cost more than the insert: each thread keeps its own.
            "CONN_MAX_AGE": None,
        }
    },
    ROOT_URLCONF=__name__,
    USE_TZ=True,
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.http import JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402


class Signal(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    received_at = models.DateTimeField(auto_now_add=True)
    source = models.TextField()
    service = models.TextField()
    title = models.TextField()
    severity = models.TextField()

    class Meta:
        app_label = "peer"
        db_table = "django_signal"


def ingest(request):
    sent = json.loads(request.body)["variables"]["input"]
    signal = Signal.objects.create(
        source=sent["source"], service=sent["service"], title=sent["title"], severity=sent["reportedSeverity"]
    )
    return JsonResponse({"data": {"id": str(signal.id)}})


urlpatterns = [path("ingest", ingest), path("ready", lambda request: JsonResponse({"ready": True}))]

if "django_signal" not in connection.introspection.table_names():
    with connection.schema_editor() as editor:
        editor.create_model(Signal)
connection.close()

application = get_wsgi_application()
