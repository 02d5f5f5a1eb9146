import { NotFoundPage } from './features/shared/NotFoundPage'

export default NotFoundPage
