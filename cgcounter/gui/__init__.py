"""The window: screens, presenters and the task runner; knows services and Qt."""
