"""The encoder and its heads in PyTorch, for training only: the product runs the same arithmetic in NumPy."""

from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Layer(nn.Module):
    """One transformer layer, post-norm, as BERT has it."""

    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        q, k, v = (t.view(batch, length, self.heads, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        attended = F.scaled_dot_product_attention(q, k, v, mask, dropout_p=self.dropout if self.training else 0.0)
        attended = self.out(attended.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + F.dropout(attended, self.dropout, self.training))
        hidden = self.down(F.gelu(self.up(x), approximate="tanh"))
        return self.norm2(x + F.dropout(hidden, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces in, a vector for each piece out, and which of them are real."""

    def __init__(
        self, vocabulary: int, width: int, inner: int, heads: int, layers: int, positions: int, dropout: float
    ):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, inner, heads, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, ids: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        place = torch.arange(ids.shape[1])
        real = place[None, :] < lengths[:, None]
        mask = torch.zeros(real.shape, dtype=torch.float32).masked_fill(~real, -1e4)[:, None, None, :]
        x = F.dropout(self.norm(self.words(ids) + self.positions(place)), self.dropout, self.training)
        mask = mask.to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return x, real


class Model(nn.Module):
    """The encoder, and for each estimate a weighing of the pieces: how much each counts, and what it says."""

    def __init__(self, encoder: Encoder, outputs: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.words.embedding_dim
        self.look = nn.Linear(width, outputs, bias=False)
        self.head = nn.Linear(width, outputs)
        nn.init.zeros_(self.look.weight)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        self.dropout = dropout

    def forward(self, ids: Tensor, lengths: Tensor) -> Tensor:
        pieces, real = self.encoder(ids, lengths)
        pieces = F.dropout(pieces, self.dropout, self.training)
        counts = self.look(pieces).float().masked_fill(~real[:, :, None], -1e4).softmax(1)
        says = F.linear(pieces, self.head.weight).float()
        return (counts * says).sum(1) + self.head.bias


def pretrained(folder: Path, layers: list[int] | None = None, positions: int = 128, dropout: float = 0.1) -> Encoder:
    """The encoder with the weights of a BERT-shaped model in `folder`; `layers` picks some of its layers."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    weights = load_file(folder / "model.safetensors")
    chosen = layers if layers is not None else list(range(config["num_hidden_layers"]))
    encoder = Encoder(
        config["vocab_size"],
        config["hidden_size"],
        config["intermediate_size"],
        config["num_attention_heads"],
        len(chosen),
        positions,
        dropout,
    )
    e = "embeddings."
    state = {
        "words.weight": weights[e + "word_embeddings.weight"],
        "positions.weight": weights[e + "position_embeddings.weight"][:positions]
        + weights[e + "token_type_embeddings.weight"][0],
        "norm.weight": weights[e + "LayerNorm.weight"],
        "norm.bias": weights[e + "LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for place, number in enumerate(chosen):
        old = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{old}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            state[f"layers.{place}.qkv.{kind}"] = torch.cat(parts)
            for new, name in names.items():
                state[f"layers.{place}.{new}.{kind}"] = weights[f"{old}{name}.{kind}"]
    encoder.load_state_dict(state)
    return encoder
