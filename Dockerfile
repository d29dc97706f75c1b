# l10n without what argostranslate declares and l10n never imports; packages in a volume, the project in another:
#
#     docker build --tag l10n .
#     docker run --rm --volume l10n-packages:/packages l10n packages install de-en en-uk
#     docker run --rm --volume l10n-packages:/packages --volume "$PWD:/work" --user "$(id -u):$(id -g)" l10n draft
#
# docs/install.md has more.

FROM python:3.13-slim AS wheel
COPY . /source
RUN python -m pip wheel --quiet --no-cache-dir --no-deps --wheel-dir /wheel /source

FROM python:3.13-slim
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
COPY requirements.lock /tmp/requirements.lock
RUN python -m pip install --quiet --no-deps --requirement /tmp/requirements.lock
COPY --from=wheel /wheel /tmp/wheel
RUN python -m pip install --quiet --no-deps /tmp/wheel/*.whl \
    && useradd --create-home l10n \
    && install --directory --owner l10n --mode 0777 /packages /work

ENV ARGOS_PACKAGES_DIR=/packages HOME=/home/l10n
USER l10n
VOLUME /packages
WORKDIR /work
ENTRYPOINT ["l10n"]
CMD ["--help"]
