# syntax=docker/dockerfile:1
# The platform on a JRE 25: its jar unpacked, with a cache of what Java loads at the start.

FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -ntp -DskipTests -Dspotless.check.skip package

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN groupadd --system --gid 10001 platform \
    && useradd --system --uid 10001 --gid platform --home-dir /opt/platform platform \
    && mkdir -p /opt/platform/bin /opt/platform/home /data \
    && chown -R platform:platform /opt/platform /data
COPY --from=build --chown=platform:platform /source/app/target/app.jar /opt/platform/bin/app.jar
COPY --chown=platform:platform --chmod=755 bin/platform bin/healthy /opt/platform/bin/
USER platform
WORKDIR /opt/platform
# The cache fits one build of Java and the files that it saw: it is made in the image that runs.
ENV PLATFORM_HOME=/opt/platform/home \
    PLATFORM_DATA_DIR=/data \
    JAVA_OPTS="-XX:MaxRAMPercentage=60"
RUN bin/platform prepare
VOLUME /data
EXPOSE 8080 5671
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["/opt/platform/bin/healthy"]
ENTRYPOINT ["/opt/platform/bin/platform", "start"]
