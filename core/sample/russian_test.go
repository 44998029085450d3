package sample

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
)

// TestARussianSampleIsInRussian holds that nothing that somebody has written in it is in English: only names are in other
// letters, and times of other calendars name theirs.
func TestARussianSampleIsInRussian(t *testing.T) {
	latin := regexp.MustCompile(`\p{Latin}[\p{Latin}'’-]*`)
	for _, as := range []core.Role{core.RoleMentor, core.RoleMentee} {
		names := []string{"HR", "Café", "Pod", "Lipą"}
		for rec := range Records(Options{As: as, Now: noon(), Language: core.Russian, Written: core.Russian}) {
			if p, ok := rec.(*core.Person); ok {
				names = append(names, strings.Fields(p.Name)...)
			}
			for _, text := range texts(rec) {
				for _, word := range latin.FindAllString(*text, -1) {
					if !slices.Contains(names, strings.TrimSuffix(word, "-")) {
						t.Errorf("%s: %s says %q", as, rec.Kind(), *text)
						break
					}
				}
			}
		}
	}
}

// TestTheLanguageChangesOnlyWords holds that the samples of both languages are the same but for their words.
func TestTheLanguageChangesOnlyWords(t *testing.T) {
	for _, as := range []core.Role{core.RoleMentor, core.RoleMentee} {
		var english []core.Ref
		for rec := range Records(Options{As: as, Now: noon()}) {
			english = append(english, core.RefOf(rec))
		}
		var russian []core.Ref
		for rec := range Records(Options{As: as, Now: noon(), Language: core.Russian, Written: core.Russian}) {
			if err := rec.Validate(); err != nil {
				t.Errorf("%s: %v", rec.Kind(), err)
			}
			russian = append(russian, core.RefOf(rec))
		}
		if !slices.Equal(english, russian) {
			t.Errorf("%s: %d records in English, %d in Russian, or others", as, len(english), len(russian))
		}
	}
}

// TestNoTranslationIsLeftOver holds that each text that has a translation is in one of the samples.
func TestNoTranslationIsLeftOver(t *testing.T) {
	said := map[string]bool{}
	for _, as := range []core.Role{core.RoleMentor, core.RoleMentee} {
		for rec := range Records(Options{As: as, Now: noon()}) {
			for _, text := range texts(rec) {
				said[*text] = true
			}
		}
	}
	for _, name := range []string{"chen", "sara", "tomasz", "lucia", "arun", "greta", "mei", "joao", "kofi", "hanna"} {
		said[others()[name].JobTitle] = true
	}
	for text := range russianTexts() {
		if !said[text] {
			t.Errorf("nothing says %q", text)
		}
	}
}
