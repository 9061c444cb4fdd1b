// The ceiling: a bare Fastify route that answers the same bytes. BYTES names the file that holds them.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'

const bytes = readFileSync(process.env.BYTES ?? '')
const app = Fastify()
app.get('/', (_req, reply) => reply.type('application/json; charset=utf-8').send(bytes))
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.stdout.write('ceiling is ready\n')
