package assets

import _ "embed" // the words travel inside the program

// The program's words: one flat JSON object a language, from key to text or to plural forms.
var (
	//go:embed locales/en.json
	english []byte
	//go:embed locales/ru.json
	russian []byte
)

// Locale gives the words of a language by its two-letter code, as JSON; nil for a language that there is none
// of. Nobody may write into it.
func Locale(code string) []byte {
	switch code {
	case "en":
		return english
	case "ru":
		return russian
	}
	return nil
}
