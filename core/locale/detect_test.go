package locale

import (
	"testing"

	"mentorbook/core"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		env  []string
		want core.Language
	}{
		{nil, core.English},
		{[]string{"", "", "", ""}, core.English},
		{[]string{"ru_RU.UTF-8"}, core.Russian},
		{[]string{"", "", "", "ru_RU.UTF-8"}, core.Russian},
		{[]string{"ru"}, core.Russian},
		{[]string{"RU-ru"}, core.Russian},
		{[]string{"ru_RU@cyrillic"}, core.Russian},
		{[]string{"de:ru:en"}, core.Russian},
		{[]string{"en_US:ru"}, core.English},
		{[]string{"", "C.UTF-8", "", "ru_RU"}, core.English},
		{[]string{"de_DE", "ru_RU"}, core.English},
		{[]string{"POSIX"}, core.English},
		{[]string{"rus"}, core.Russian},
		{[]string{"rumantsch"}, core.English},
		{[]string{":::"}, core.English},
	} {
		if got := Detect(c.env...); got != c.want {
			t.Errorf("%q: %s, want %s", c.env, got, c.want)
		}
	}
}
