# The program alone, in its own environment, pinned by constraints/. Neo4j stands beside it in docker-compose.yml.
FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /opt/kg
COPY constraints constraints
RUN /opt/kg/bin/pip install --no-cache-dir --require-hashes -r constraints/runtime.txt -r constraints/build.txt
COPY pyproject.toml README.md LICENSE ./
COPY kg kg
COPY cypher cypher
COPY viz viz
RUN /opt/kg/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
COPY --from=build /opt/kg /opt/kg
ENV PATH=/opt/kg/bin:$PATH LANG=C.UTF-8 PYTHONUNBUFFERED=1
RUN useradd --create-home kg && install -d -o kg /data
USER kg
WORKDIR /data
ENTRYPOINT ["kg"]
CMD ["--help"]
