//go:build !darwin && (gles || arm || arm64)

package main

import (
	"fmt"

	gl "github.com/go-gl/gl/v3.1/gles2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

const oldestMajor = 2

func hintVersion() {
	glfw.WindowHint(glfw.ClientAPI, glfw.OpenGLESAPI)
	glfw.WindowHint(glfw.ContextVersionMajor, oldestMajor)
	glfw.WindowHint(glfw.ContextVersionMinor, 0)
}

// renderer names what draws the current window, once it has all that is needed.
func renderer() (string, error) {
	if err := gl.Init(); err != nil {
		return "", fmt.Errorf("find OpenGL ES 2: %w", err)
	}
	return gl.GoStr(gl.GetString(gl.RENDERER)) + ", " + gl.GoStr(gl.GetString(gl.VERSION)), nil
}
