"""The readers' pages judged by others: Lighthouse, axe by way of it, and the Nu HTML checker."""
