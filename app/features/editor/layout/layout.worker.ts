// ELK's own worker: in a worker, this module answers the messages that `elk-api` sends.
import 'elkjs/lib/elk-worker.min.js'
