package assets

import (
	"strings"
	"testing"
)

func TestFontsAreCopies(t *testing.T) {
	for name, font := range map[string]func() []byte{
		"regular": NotoSansRegular, "bold": NotoSansBold, "math": NotoSansMath, "symbols": NotoSansSymbols2,
	} {
		first := font()
		if len(first) < 100_000 || string(first[:4]) != "\x00\x01\x00\x00" {
			t.Fatalf("%s is no TrueType file", name)
		}
		clear(first)
		if string(font()[:4]) != "\x00\x01\x00\x00" {
			t.Errorf("%s is shared", name)
		}
	}
}

func TestFontsCarryTheirLicence(t *testing.T) {
	for _, want := range []string{"SIL OPEN FONT LICENSE Version 1.1", "Google LLC", "NotoSans-Regular.ttf", "NotoSansSymbols2-Regular.ttf", `THE FONT SOFTWARE IS PROVIDED "AS IS"`} {
		if !strings.Contains(FontLicence(), want) {
			t.Errorf("the licence lacks %q", want)
		}
	}
}
