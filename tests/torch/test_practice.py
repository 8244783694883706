"""The handwritten tasks that are PyTorch's: the book's solution passes, typical mistakes are told what differs."""

from tests.practice_runs import (
    pytest_generate_tests,
    test_a_stub_is_told_what_is_to_be_written,
    test_a_typical_mistake_is_told_what_differs,
    test_another_right_way_passes,
    test_the_solution_of_the_page_passes,
)

__all__ = [
    "pytest_generate_tests",
    "test_a_stub_is_told_what_is_to_be_written",
    "test_a_typical_mistake_is_told_what_differs",
    "test_another_right_way_passes",
    "test_the_solution_of_the_page_passes",
]
TORCH = True
