//! The colours of the painted themes, as data: one palette a theme, one colour a role. Their contrast is tested
//! in [`super::theme`], on what is drawn.

/// Red, green and blue, 0 to 255 each, in sRGB.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rgb(pub u8, pub u8, pub u8);

const fn rgb(hex: u32) -> Rgb {
    Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Letters on what is behind them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct On(pub Rgb, pub Rgb);

/// Colours of the teams of a palette; the symbols of the teams go on alone beyond them.
pub const TEAM_COLOURS: usize = 8;

/// What a painted theme paints with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Palette {
    /// Behind everything.
    pub ground: Rgb,
    /// Text.
    pub text: Rgb,
    /// Text that steps back.
    pub muted: Rgb,
    /// Where the eye should go; the keys, too.
    pub accent: Rgb,
    /// Borders and the empty parts of bars.
    pub border: Rgb,
    /// The border of the pane with the cursor.
    pub border_on: Rgb,
    /// The row with the cursor.
    pub cursor: On,
    /// Marked rows.
    pub marked: Rgb,
    /// Good, finished.
    pub good: Rgb,
    /// Overtime, refused, missing.
    pub warn: Rgb,
    /// The bar while text is written.
    pub writing: On,
    /// The filled parts of bars.
    pub fill: Rgb,
    /// The teams by their numbers. They are colours of the 6x6x6 cube, so that they differ as much in 256
    /// colours; neighbours are far apart.
    pub teams: [Rgb; TEAM_COLOURS],
}

/// For a dim room and long evenings.
pub const DARK: Palette = Palette {
    ground: rgb(0x12_16_1c),
    text: rgb(0xe4_e8_ee),
    muted: rgb(0x9a_a5_b3),
    accent: rgb(0x7f_d1_ff),
    border: rgb(0x7a_86_94),
    border_on: rgb(0x5f_af_ff),
    cursor: On(rgb(0xff_ff_ff), rgb(0x1c_4f_80)),
    marked: rgb(0xff_d7_5f),
    good: rgb(0x87_d7_87),
    warn: rgb(0xff_b4_54),
    writing: On(rgb(0x1a_13_00), rgb(0xff_c8_57)),
    fill: rgb(0x5f_af_ff),
    teams: [
        rgb(0x5f_87_ff),
        rgb(0xff_d7_00),
        rgb(0xd7_87_ff),
        rgb(0x87_d7_87),
        rgb(0xd7_87_00),
        rgb(0x87_d7_ff),
        rgb(0xff_af_af),
        rgb(0x00_af_af),
    ],
};

/// For a bright room.
pub const LIGHT: Palette = Palette {
    ground: rgb(0xfb_f9_f4),
    text: rgb(0x1d_1f_23),
    muted: rgb(0x5a_60_69),
    accent: rgb(0x00_50_8c),
    border: rgb(0x6a_70_79),
    border_on: rgb(0x00_5f_af),
    cursor: On(rgb(0x0a_1a_2c), rgb(0xc5_dc_f5)),
    marked: rgb(0x5f_1a_87),
    good: rgb(0x0b_5a_21),
    warn: rgb(0x8a_22_00),
    writing: On(rgb(0x20_15_00), rgb(0xff_cf_5c)),
    fill: rgb(0x0b_66_b3),
    teams: [
        rgb(0x00_5f_d7),
        rgb(0xd7_00_00),
        rgb(0x00_5f_5f),
        rgb(0xd7_00_87),
        rgb(0x87_5f_00),
        rgb(0x5f_00_87),
        rgb(0x87_00_00),
        rgb(0x87_5f_87),
    ],
};

/// For a projector, read from eight metres in a lit room: a projector can't throw black, the lamps of the room
/// lift every dark to grey, so only black on white keeps its contrast. Few hues, all of them dark.
pub const PROJECTOR: Palette = Palette {
    ground: rgb(0xff_ff_ff),
    text: rgb(0x00_00_00),
    muted: rgb(0x3a_3a_3a),
    accent: rgb(0x00_37_8f),
    border: rgb(0x4e_4e_4e),
    border_on: rgb(0x00_37_8f),
    cursor: On(rgb(0xff_ff_ff), rgb(0x00_37_8f)),
    marked: rgb(0x5f_00_87),
    good: rgb(0x00_47_1b),
    warn: rgb(0x87_00_00),
    writing: On(rgb(0x00_00_00), rgb(0xff_d5_00)),
    fill: rgb(0x00_37_8f),
    teams: [
        rgb(0x00_5f_87),
        rgb(0x87_00_00),
        rgb(0x00_5f_00),
        rgb(0xaf_00_87),
        rgb(0x87_5f_00),
        rgb(0x5f_00_87),
        rgb(0x87_5f_87),
        rgb(0x5f_5f_d7),
    ],
};
