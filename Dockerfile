# One image for every process of the house; docker-compose.yml says which one a container is.
FROM node:24-bookworm-slim
WORKDIR /guichet
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
# What the bank writes down; a volume mounted here takes over its owner.
RUN mkdir /data && chown node /data
USER node
ENTRYPOINT ["node"]
