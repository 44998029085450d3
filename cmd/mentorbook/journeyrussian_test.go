package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestMistypingInRussian adds somebody with an address that is none, as a person with two keyboard layouts does, mends
// it where it is said, takes the step back and does it again, and goes back to the backup of the morning by Settings.
func TestMistypingInRussian(t *testing.T) {
	h := atKeyboard(t)
	h.must(h.display.Layouts("us,ru"))
	t.Cleanup(func() { _ = h.display.Layouts("us") })
	path := filepath.Join(string(h.home), "mine.mentorbook")
	h.start("-workspace", path, "-sample", "mentor", "-lang", "ru")
	h.quit() // which leaves a backup
	h.start("-workspace", path, "-lang", "ru")

	h.press("ctrl+2")
	h.click("Новый человек…")
	h.sees("Ещё поля…")
	h.letters("Зоя Крылова") // a dialog begins with the name
	h.fill("Адреса эл. почты", "зоя")
	h.click("Добавить")
	h.sees("«зоя» — не адрес эл. почты, напишите, например,")
	h.keys("ctrl+a")
	h.letters("zoya@example.org")
	h.click("Добавить")
	h.sees("Человек добавлен: Зоя Крылова")

	h.click("Найти человека")
	h.letters("ы") // from now on the keyboard types Russian, and shortcuts are where they were
	h.keys("BackSpace", "Escape")
	h.press("ctrl+1", "ctrl+z")
	h.sees("Отменено: Человек добавлен: Зоя Крылова")
	h.press("ctrl+shift+z")
	h.sees("Повторено: Человек добавлен: Зоя Крылова")

	h.click("Настройки")
	h.rest()
	h.click("Восстановить")
	h.sees("Копия восстановлена.")
	h.quit()
	aside, err := filepath.Glob(path + ".before-*")
	if err != nil || len(aside) != 1 {
		t.Fatal(aside, err)
	}
	for file, there := range map[string]bool{path: false, aside[0]: true} {
		if people := h.tells(file, "list", "people"); strings.Contains(people, "Зоя Крылова") != there {
			t.Errorf("in %s:\n%s", filepath.Base(file), people)
		}
	}
}
