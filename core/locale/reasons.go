package locale

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"

	"mentorbook/core"
)

// reason words why something could not be. A coded error has words of its own. A plain text is looked up under
// a key made of its words, its last one perhaps standing for {where}; one that nobody translated is told as it
// is where it is about what somebody typed, and in general words where it is about the inside of a file.
func (w *Words) reason(code core.Code, v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case error:
		var coded *core.Error
		if errors.As(v, &coded) && coded.Code != core.CodeInternal {
			return w.Error(v)
		}
		if name := systemReason(v); name != "" {
			return w.T("reason." + name)
		}
		return w.T("reason.unknown")
	case string:
		if s := w.knownReason(v); s != "" {
			return s
		}
		switch code {
		case core.CodeDamaged:
			return w.T("reason.damage")
		case core.CodeFile, core.CodeNotWorkspace:
			return ""
		}
		return shown(v)
	}
	return shown(w.value("reason", v))
}

// knownReason looks a plain text up; "" where there are no words for it. A place before the text, as in
// "goals/12: a wrong checksum", is left out.
func (w *Words) knownReason(text string) string {
	if len(text) > maxShown {
		return ""
	}
	for _, s := range []string{text, text[strings.LastIndex(text, ": ")+1:]} {
		if key := "reason." + slug(s); w.Has(key) {
			return w.T(key)
		}
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			continue
		}
		if key := "reason." + slug(s[:i]); w.Has(key) {
			return w.T(key, "where", shown(w.Word(core.Kind(s[i+1:]))))
		}
	}
	return ""
}

// slug gives the words of a text as a part of a key: "it is closed" as it_is_closed.
func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, "_")
}

// systemReason names the refusals of an operating system that people can do something about; "" for others.
func systemReason(err error) string {
	for _, known := range []struct {
		err  error
		name string
	}{
		{fs.ErrPermission, "permission"},
		{fs.ErrNotExist, "not_exist"},
		{fs.ErrExist, "exist"},
	} {
		if errors.Is(err, known.err) {
			return known.name
		}
	}
	return ""
}
