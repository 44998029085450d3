package locale

import (
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// text is one entry of the words, cut at its placeholders once: filling it in is copying.
type text struct {
	forms  [formEnd][]piece
	plural bool
	plain  bool // one form, no placeholder
}

// piece is a literal stretch of a text, or the name of an argument.
type piece struct{ literal, name string }

func newText(m *i18n.Message) text {
	var t text
	for f, s := range map[form]string{formOther: m.Other, formOne: m.One, formFew: m.Few, formMany: m.Many} {
		if s == "" {
			continue
		}
		t.forms[f] = cut(s)
		t.plural = t.plural || f != formOther
	}
	if t.forms[formOther] == nil {
		t.forms[formOther] = cut("")
	}
	t.plain = !t.plural && len(t.forms[formOther]) == 1 && t.forms[formOther][0].name == ""
	return t
}

// form gives the pieces of a plural form, or those of the form that every text has.
func (t *text) form(f form) []piece {
	if t.forms[f] != nil {
		return t.forms[f]
	}
	return t.forms[formOther]
}

// cut splits a text at its placeholders, "{name}" with a name in small letters, figures and low lines. Other
// braces are themselves.
func cut(s string) []piece {
	var out []piece
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '{' {
			continue
		}
		end := i + 1
		for end < len(s) && nameByte(s[end]) {
			end++
		}
		if end == i+1 || end == len(s) || s[end] != '}' {
			continue
		}
		if i > start {
			out = append(out, piece{literal: s[start:i]})
		}
		out = append(out, piece{name: s[i+1 : end]})
		start = end + 1
		i = end
	}
	if start < len(s) || len(out) == 0 {
		out = append(out, piece{literal: s[start:]})
	}
	return out
}

func nameByte(b byte) bool {
	return b == '_' || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9')
}

func (w *Words) fill(pieces []piece, args []any) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.name == "" {
			b.WriteString(p.literal)
			continue
		}
		if v, ok := argument(args, p.name); ok {
			b.WriteString(w.value(p.name, v))
		} else {
			b.WriteString("{" + p.name + "}")
		}
	}
	return b.String()
}
