package plans_test

import (
	"os"
	"testing"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell/shelltest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}
