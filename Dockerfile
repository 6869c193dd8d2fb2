# syntax=docker/dockerfile:1
FROM node:24.21.0-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24.21.0-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY channels channels
COPY classifiers classifiers
COPY workers workers
# What a new model is judged on.
COPY fixtures/understanding fixtures/understanding
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3110
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3110}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "src/app/main.ts", "gateway"]
