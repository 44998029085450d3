package locale

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"mentorbook/core"
)

// One thing has one word: docs/words.md says which. Signs are those that each language writes.
func TestOneWordForOneThing(t *testing.T) {
	for lang, bad := range map[core.Language]map[string]string{
		core.English: {"e-mail": `(?i)\bemail`, "’": `[A-Za-z]'[a-z]`, "…": `\.\.\.`, "“ ”": `[«»]`},
		core.Russian: {
			"гость": `(?i)приглашённ(ые|ых|ыми)`, "накладка": `пересекается с|слишком близко`, "эл. почта": `(?i)e-?mail|имейл|электронн(ый|ая|ого|ой) (адрес|почт)`,
			"договорённость": `[Сс]роки дел(\"| )`, "« »": `[“”]`, "…": `\.\.\.`, "вы": `[а-яё,] (Вы|Вам|Вас|Ваш)[а-яё]*`, "тихие часы": `не беспокоить`,
		},
	} {
		raw, err := os.ReadFile("../../assets/locales/" + string(lang) + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]json.RawMessage
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		flag := regexp.MustCompile(`--\S+|\{[a-z_]+\}`) // options and places for words are names in the code
		for want, pattern := range bad {
			find := regexp.MustCompile(pattern)
			for key, text := range texts {
				if strings.HasPrefix(key, "also.") || strings.HasPrefix(key, "called.") { // what people may type
					continue
				}
				if hit := find.FindString(flag.ReplaceAllString(string(text), "")); hit != "" {
					t.Errorf("%s: %s says %q where one says %q", lang, key, hit, want)
				}
			}
		}
	}
}
