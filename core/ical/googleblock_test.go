package ical

import "testing"

func TestGooglesOwnBlockIsNoDescription(t *testing.T) {
	const line, join = "-::~:~::~:~:~:~:~:~:~:~:~:~:~:~::~:~::-", "https://meet.google.com/abc-defg-hij"
	for text, want := range map[string][2]string{
		"About the plan": {"About the plan"},
		"About the plan\n\n" + line + "\nJoin with Google Meet: " + join + "\n\nPlease do not edit this section.\n" + line: {"About the plan", join},
		line + "\nJoin: " + join + "\n-::~:~::-\nafter":                                                                    {"after", join},
		line + "\nThis event has a call.\n" + line:                                                                         {},
		"before\n" + line + "\nwords after a lone line":                                                                    {"before\nwords after a lone line"},
		"a\n-::~\n- - -\nb\n---":                                                                                           {"a\n-::~\n- - -\nb\n---"},
	} {
		words, link := withoutBlock(text)
		if got := [2]string{words, link}; got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
