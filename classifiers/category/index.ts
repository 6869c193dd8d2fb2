/**
 * Which service a message asks for.
 * @module
 */
export { categoryClassifier } from './classify.ts'
export { type CategoryModel, loadCategoryModel, readCategoryModel } from './model.ts'
export { withPrior } from './prior.ts'
