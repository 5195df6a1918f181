FROM python:3.12-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --home-dir /srv/newsroom newsroom \
    && mkdir -p /srv/newsroom /srv/var/static /srv/media \
    && chown -R newsroom: /srv/var /srv/media

WORKDIR /srv/newsroom
COPY requirements.lock .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY . .

# Code belongs to root: the process may write to var and media alone.
USER newsroom
ENV NEWSROOM_VAR=/srv/var NEWSROOM_MEDIA=/srv/media GRANIAN_HOST=0.0.0.0 GRANIAN_PORT=8000
VOLUME ["/srv/var", "/srv/var/static", "/srv/media"]
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen(r.Request('http://127.0.0.1:8000/readyz', headers={'Host': 'localhost'}))"]
CMD ["sh", "-c", "{ test \"$NEWSROOM_ROLE\" = site || python manage.py migrate --verbosity 0; } && python manage.py collectstatic --noinput --verbosity 0 && exec python -m newsroom.serve"]
