package report

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/core/locale"
)

// Languages lays reports out, each in the language that was asked for.
type Languages map[core.Language]*locale.Words

// EveryLanguage reads the words of all languages that a report can be written in.
func EveryLanguage() (Languages, error) {
	words := Languages{}
	for _, l := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(l)
		if err != nil {
			return nil, err
		}
		words[l] = w
	}
	return words, nil
}

// Pages composes the report and draws it. It fails with core.CodeBadChoice where the language is none of these.
func (l Languages) Pages(f *core.ReportFacts) (*draw.Document, error) {
	w := l[f.Request.Language]
	if w == nil {
		return nil, core.FailField(core.CodeBadChoice, "language", "value", string(f.Request.Language))
	}
	return Pages(Compose(f), f, w), nil
}

// Texts gives the free texts of the report: they may name others.
func (Languages) Texts(f *core.ReportFacts) []string { return Compose(f).Texts() }

// Unset gives the words of the report that the fonts of its pages have no letters for, names of the parties too.
func (Languages) Unset(f *core.ReportFacts) []string {
	c := Compose(f)
	return draw.Unset(slices.Concat(c.Mentees, c.Mentors, c.Texts())...)
}

// Apart says in a language what tells a relationship from others of its name; in English where it is none of these.
func (l Languages) Apart(lang core.Language, a core.Apart) string {
	w := l[lang]
	if w == nil {
		w = l[core.English]
	}
	return w.Apart(a)
}
